"""Names and ids that break programs which take text for something else."""

IDS = [
    '=HYPERLINK("http://x.example","y")', "=1+1", "@SUM(1)", "-1", "+31", "＝1+1", "|calc", "2-1", "0012", "1e5",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title></style><svg/onload=alert(1)>", "]]>", "-->",
    "&amp;", "&lt;b&gt;", "&#60;", "javascript:alert(1)", "x'onmouseover='alert(1)",
    "../../x", "..", ".", "...", "/etc/passwd", "\\\\server\\share", "C:\\x", "a/b/../c", "~", "%2E%2E", "-rf",
    "CON", "con", "nul.txt", "NUL", "Aux.tar.gz", "COM1", "LPT9.csv", "COM10", "CLOCK$",
    "dot.", "dot", "DOT", "Dot", "blank here", "a:b", "a?b*c", "a<b>c", 'a"b', "a,b", "a;b",
    "%s%n%s%n", "%d", "{0}", "${HOME}", "$(id)", "`id`", "x';DROP TABLE students;--", "\\n", "\\", "null", "NaN", "true",
    "O'Brien-Şahin", "O’Brien", "Müller", "Mu\u0308ller", "Łódź", "ﬁne", "ａｂｃ", "İstanbul", "ıI",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", "\U0001f1f3\U0001f1f1", "\U0001f44d\U0001f3fd", "✈️", "日本語の名前",
    "שלום עולם", "مرحبا بالعالم", "a\u202egpj.exe", "\u2066x\u2069", "\u200fx", "z\u200bero", "Z" + "\u0301\u0302\u0303\u0304" * 20,
    "x" * 200, "y" * 200, "x" * 199 + "z", "é" * 120, "\U0001f600" * 60,
    "BEGIN:VEVENT", "END:VCALENDAR", "a\\;b\\,c", "DTSTART:20260101", "a\x85b", "a\x9b31mred", "line\u2028separator",
]

# A name may hold more than an id: line breaks, and what begins with a control character.
NAMES = IDS + ["two\nlines", "=two\r\nlines", "tab\there", "end\n=1+1", "quote \" in \" it", "BEGIN\nEND:VEVENT\nX:1", "a\x1b[31mred"]
