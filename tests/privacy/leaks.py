"""Plants a leak of each kind in a copy of a publication: the check must find every one."""

import shutil
import zipfile

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c><v>{}</v></c></row></sheetData></worksheet>'


def other_student(check, recipient):
    """Somebody whom this recipient is told nothing of, and who has a name."""
    for student, row in check.audiences.students.items():
        if student != recipient.id and row.get("name") and not recipient.told & {student, row["name"]}:
            return row
    raise LookupError("everybody is told of everybody")


def append(path, text):
    with open(path, "a", encoding="utf-8", newline="") as stream:
        stream.write(text)


def into_page(folder, text):
    path = next(folder.glob("*.html"))
    path.write_text(path.read_text(encoding="utf-8").replace("</main>", f"<p>{text}</p></main>"), encoding="utf-8")


def into_list(folder, text):
    append(folder / "list.csv", text + "\r\n")


def into_calendar(folder, text):
    """Folded where lines are: in the middle of a word."""
    path = folder / "calendar.ics"
    folded = text[: len(text) // 2] + "\r\n " + text[len(text) // 2 :]
    path.write_text(path.read_text(encoding="utf-8", newline="") + f"X-NOTE:{folded}\r\n", encoding="utf-8", newline="")


def into_workbook(folder, text):
    """Compressed, so that no bytes of the file show it."""
    with zipfile.ZipFile(folder / "list.xlsx", "a", zipfile.ZIP_DEFLATED) as workbook:
        number = str(text).isdigit()
        workbook.writestr("xl/worksheets/sheet9.xml" if number else "xl/notes.xml", SHEET.format(text) if number else f"<n>{text}</n>")


def rank_of_another(check, recipient):
    for student in check.audiences.students:
        rank = check.audiences.own_rank(student)
        if rank and rank not in recipient.numbers:
            return rank
    raise LookupError("no other rank")


def minutes_of_another(check, recipient):
    return next(row["minutes"] for row in check.audiences.placed.values() if row["minutes"] and row["minutes"] not in recipient.numbers)


def private(kind):
    return lambda check, recipient: next(
        text for text, what in check.audiences.private.items() if what == kind and text not in recipient.told)


# What leaks, to whom, by which file, and a word of the fault that must be found.
LEAKS = [
    ("another's name", "student", into_page, lambda c, r: other_student(c, r)["name"], "a student's name"),
    ("another's number", "student", into_page, lambda c, r: other_student(c, r)["id"], "a student's id"),
    ("another's address", "student", into_calendar, lambda c, r: other_student(c, r)["email"], "a student's e-mail"),
    ("another's rank", "student", into_page, rank_of_another, "a rank"),
    ("another's trip", "student", into_page, minutes_of_another, "a trip"),
    ("another project", "student", into_page, private("a project's title"), "a project's title"),
    ("another's student", "lecturer", into_list, lambda c, r: other_student(c, r)["name"], "a student's name"),
    ("another's student in a workbook", "lecturer", into_workbook, lambda c, r: other_student(c, r)["id"], "a student's id"),
    ("a rank", "lecturer", into_list, rank_of_another, "a rank"),
    ("how a place came about", "lecturer", into_list, lambda c, r: "choice", "how a place"),
    ("another lecturer", "lecturer", into_page, private("a lecturer's name"), "a lecturer's name"),
    ("a student's number", "organisation", into_list, private("a student's id"), "a student's id"),
    ("a student's address", "organisation", into_calendar, private("a student's e-mail"), "a student's e-mail"),
    ("a trip", "organisation", into_workbook, minutes_of_another, "a trip"),
    ("another host", "organisation", into_page, private("an organisation's name"), "an organisation's name"),
    ("a home", "organisation", into_page, lambda c, r: sorted(c.homes)[0], "a home"),
    ("a group", "organisation", into_list, private("a group"), "a group"),
    ("a reason", "broker", into_page, private("the reason of a decision"), "the reason of a decision"),
    ("who decided", "student", into_page, private("who decided"), "who decided"),
    ("a student's number, in a compressed workbook", "broker", into_workbook, private("a student's id"), "a student's id"),
    ("a rank in a workbook", "broker", into_workbook, rank_of_another, "a rank"),
    ("a file that all may read", "student", lambda folder, text: next(folder.iterdir()).chmod(0o644), lambda c, r: "", "mode is 644"),
    ("a folder that all may enter", "student", lambda folder, text: folder.chmod(0o755), lambda c, r: "", "mode is 755"),
    ("a folder of somebody else", "student", lambda folder, text: folder.rename(folder.with_name("nobody")), lambda c, r: "", "not those of"),
    ("a file of another kind", "student", lambda folder, text: shutil.copy(next(folder.glob("*.html")), folder / "list.html"), lambda c, r: "", "holds"),
    ("a page that leaves something out", "student", lambda folder, text: next(folder.glob("*.html")).write_text("", encoding="utf-8"), lambda c, r: "", "does not tell"),
]


def unseen(check, published, copy):
    """How many leaks the check does not find."""
    count = 0
    for what, audience, plant, choose, word in LEAKS:
        kinds = {".ics": into_calendar, ".xlsx": into_workbook}
        ending = next((ending for ending, how in kinds.items() if how is plant), ".html")
        key, recipient = next(
            (key, one) for key, one in sorted(check.recipients.items())
            if one.audience == audience and len(one.told) > 5 and any((published / key[0] / key[1]).glob("*" + ending)))
        shutil.copytree(published, copy)
        plant(copy / key[0] / key[1], choose(check, recipient))
        found = list(check.faults(copy))
        if not any(word in fault for fault in found):
            print(f"{published.name}: not seen: {what}; found {found[:3]}")
            count += 1
        shutil.rmtree(copy)
    return count
