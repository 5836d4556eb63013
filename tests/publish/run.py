"""What publish does besides the pages themselves: run.py PROGRAM. Who is told what changed since an earlier plan, pseudonyms,
the list for a mail merge, the record of who published, and that nothing is left half done."""

import os
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "privacy"))

import interrupted  # noqa: E402
import mail  # noqa: E402
import pseudonyms  # noqa: E402
import record  # noqa: E402
import since  # noqa: E402

PARTS = (since, pseudonyms, mail, record, interrupted)
# Each publication is synced to its disk, which in memory takes no time.
IN_MEMORY = pathlib.Path("/dev/shm")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: run.py PROGRAM")
    program, failed = str(pathlib.Path(sys.argv[1]).resolve()), 0
    for part in PARTS:
        with tempfile.TemporaryDirectory(dir=IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None) as place:
            faults, looked_at = part.check(program, pathlib.Path(place))
        for fault in faults[:10]:
            print(f"{part.__name__}: {fault}")
        failed += len(faults)
        print(f"{part.__name__}: {looked_at}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
