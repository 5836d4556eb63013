# small_round.sh: writes a round of eight students to the folder $1; sourced by run.sh and by the test of kills.

write_small_round() {
    mkdir -p "$1/csv" || return 1
    cat >"$1/round.ini" <<'END'
[round]
name = Small
[input]
students = csv/students.csv
projects = ./projects.csv
lecturers = lecturers.csv
organisations = organisations.csv
districts = districts.csv
travel = travel.csv
decisions = decisions.csv
[rules]
must_place = no
unlisted = never
[objectives]
order = placed, ranks:generous, travel
END
    cat >"$1/csv/students.csv" <<'END'
id,name,email,programme,year,district,days,group,load,choice_1,choice_2,choice_3
S1,Anna,anna@example.org,SW,2,D1,mo|tu,,1,P1,P2,P3
S2,=Bram,bram@example.org,SW,2,D2,,,0.5,P1,P3,P2
S3,"Carl ""C"", jr",,NUR,3,D1,,duo,1,P2,P1,P3
S4,Dora,,NUR,3,D2,,duo,1,,,
S5,Els,,SW,1,D1,,,1,P1,,
S6,Fred,,SW,1,D2,,,1,P1,,
S7,Gerrie,,SW,1,D2,,,1,P1,,
S8,Hans,,SW,1,D2,,,1,,,
END
    cat >"$1/projects.csv" <<'END'
id,title,organisations,district,min_students,max_students,status,lecturers
P1,Cafe,O1,D1,1,2,optional,L1
P2,Garden,O1|O2,D2,1,3,optional,L1|L2
P3,Choir,O2,D2,2,4,optional,
P4,Never,O2,D2,1,4,closed,L2
END
    cat >"$1/lecturers.csv" <<'END'
id,name,email,districts,min_students,max_students,max_projects
../L1,Lia,lia@example.org,D1,0,5,2
L1,Leo,leo@example.org,D1,0,5,3
L2,Lou,lou@example.org,D2,0.5,,3
END
    cat >"$1/organisations.csv" <<'END'
id,name
O1,"Welfare, North"
O2,Housing
END
    cat >"$1/districts.csv" <<'END'
id,name,circle
D1,North,C1
D2,South,C1
END
    cat >"$1/travel.csv" <<'END'
from,to,minutes
D1,D2,25
END
    cat >"$1/decisions.csv" <<'END'
action,students,project,reason,by,date
pin,S8,P3,starts early,coordinator,2026-06-01
END
}
