"""Plants a leak of each kind in a copy of a publication: the check must find every one."""

import pathlib
import shutil
import zipfile

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c><v>{}</v></c></row></sheetData></worksheet>'


def stranger(column):
    """Something of a student of whom this recipient is told nothing."""
    def choose(check, recipient):
        for row in check.audiences.students.values():
            if row["id"] != recipient.id and row["name"] and not recipient.told & {row["id"], row["name"]}:
                return row[column]
        return None

    return choose


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
    append(folder / "calendar.ics", "X-NOTE:" + text[: len(text) // 2] + "\r\n " + text[len(text) // 2 :] + "\r\n")


def into_workbook(folder, text):
    """Compressed, so that no bytes of the file show it."""
    with zipfile.ZipFile(folder / "list.xlsx", "a", zipfile.ZIP_DEFLATED) as workbook:
        number = str(text).isdigit()
        workbook.writestr("xl/worksheets/sheet9.xml" if number else "xl/notes.xml", SHEET.format(text) if number else f"<n>{text}</n>")


def rank_of_another(check, recipient):
    ranks = (check.audiences.own_rank(student) for student in check.audiences.students)
    return next((rank for rank in ranks if rank and rank not in recipient.numbers), None)


def trip_of_another(check, recipient):
    trips = (row["minutes"] for row in check.audiences.placed.values())
    return next((trip for trip in trips if trip and trip not in recipient.numbers), None)


def private(kind):
    """Something of this kind that the recipient is not told."""
    def choose(check, recipient):
        return next((text for text, what in check.audiences.private.items() if what == kind and text not in recipient.told), None)

    return choose


# What leaks, to whom, by which file, and a word of the fault that must be found.
LEAKS = [
    ("another's name", "student", into_page, stranger("name"), "a student's name"),
    ("another's number", "student", into_page, stranger("id"), "a student's id"),
    ("another's address", "student", into_calendar, stranger("email"), "a student's e-mail"),
    ("another's rank", "student", into_page, rank_of_another, "a rank"),
    ("another's trip", "student", into_page, trip_of_another, "a trip"),
    ("another project", "student", into_page, private("a project's title"), "a project's title"),
    ("another's student", "lecturer", into_list, stranger("name"), "a student's name"),
    ("another's student in a workbook", "lecturer", into_workbook, stranger("id"), "a student's id"),
    ("a rank", "lecturer", into_list, rank_of_another, "a rank"),
    ("how a place came about", "lecturer", into_list, lambda c, r: "choice", "how a place"),
    ("another lecturer", "lecturer", into_page, private("a lecturer's name"), "a lecturer's name"),
    ("a student's number", "organisation", into_list, private("a student's id"), "a student's id"),
    ("a student's address", "organisation", into_calendar, private("a student's e-mail"), "a student's e-mail"),
    ("a trip", "organisation", into_workbook, trip_of_another, "a trip"),
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


def victim(check, published, audience, plant, choose):
    """(folder of a recipient, what to plant there): the first to whom somebody is a stranger."""
    ending = ".ics" if plant is into_calendar else ".html"
    for key, recipient in sorted(check.recipients.items()):
        if recipient.audience == audience and any((published / key[0] / key[1]).glob("*" + ending)):
            text = choose(check, recipient)
            if text is not None:
                return pathlib.Path(*key), text
    raise LookupError(f"no {audience} to plant {plant.__name__} at")


def unseen(check, published, copy):
    """How many leaks the check does not find."""
    count = 0
    for what, audience, plant, choose, word in LEAKS:
        folder, text = victim(check, published, audience, plant, choose)
        shutil.copytree(published, copy)
        plant(copy / folder, text)
        found = list(check.faults(copy))
        if not any(word in fault for fault in found):
            print(f"{published.name}: not seen: {what}; found {found[:3]}")
            count += 1
        shutil.rmtree(copy)
    return count
