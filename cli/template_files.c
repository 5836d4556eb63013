/* template_files.c: the CSV files of the round that `init` writes. All people and organisations are invented.
 */
#include "template.h"
#include <stddef.h>

static const char students[] =
    "studentnummer;naam;e-mail;opleiding;leerjaar;wijk;talen;bewijzen;dagen;groep;belasting;keuze_1;keuze_2;"
    "keuze_3\n"
    "0900001;Anna Voorbeeld;a.voorbeeld@school.example;SW;2;W1;nl|en;VOG;ma|di|wo;;1;P1;P2;P3\n"
    "0900002;Bilal Bedacht;b.bedacht@school.example;SW;2;W2;nl|ar;VOG;ma|di|do;;1;P1;P3;P2\n"
    "0900003;Chris Verzonnen;c.verzonnen@school.example;SW;3;W1;nl;VOG|EHBO;wo|do|vr;;1;P2;P1;P5\n"
    "0900004;Dina Denkbeeldig;d.denkbeeldig@school.example;VP;3;W3;nl;VOG|EHBO;ma|di|wo|do|vr;;1;P5;P2;P4\n"
    "0900005;Emre Proef;e.proef@school.example;VP;2;W4;nl|tr;VOG;di|wo|do;;0,5;P5;P4;P2\n"
    "0900006;Fenna Fictief;f.fictief@school.example;SW;2;W2;nl|en;VOG;ma|di|wo;duo 1;1;P3;P1;P2\n"
    "0900007;Gijs Gedroomd;g.gedroomd@school.example;VP;2;W2;nl;VOG;ma|wo|vr;duo 1;1;P3;P1;P2\n"
    "0900008;Hanna Zomaar;h.zomaar@school.example;SW;3;W4;nl;VOG;di|do|vr;;1;P4;P3;P1\n"
    "0900009;Ilse Niemand;i.niemand@school.example;VP;3;W3;nl|pl;VOG|EHBO;ma|di|do;;1;P5;P4;P3\n"
    "0900010;Joris Schijn;j.schijn@school.example;SW;2;W3;nl;VOG;wo|do|vr;;0,5;P4;P5;P1\n"
    "0900011;Kaya Model;k.model@school.example;SW;3;W1;nl|en;VOG;ma|di|wo|do|vr;;1;P1;P4;P2\n"
    "0900012;Lot Papier;l.papier@school.example;VP;2;W2;nl;VOG;ma|di;;1;;;\n";

static const char projects[] =
    "id;titel;organisaties;wijk;domein;thema;soort;oriëntatie;min_studenten;max_studenten;status;docenten;"
    "opleidingen;"
    "leerjaren;bewijzen;dagen;indicator\n"
    "P1;Huiskamer van de "
    "buurt;O1;W1;welzijn;ontmoeting;formeel;collectief;2;3;optioneel;;;;VOG;ma|di|wo;bezoekers per "
    "week\n"
    "P2;Samen koken;O1|O3;W2;zorg;gezondheid;formeel;collectief;2;4;optioneel;;;;VOG;wo|do;maaltijden per "
    "week\n"
    "P3;Taalmaatjes;O2;W2;onderwijs;taal;informeel;individueel;2;4;optioneel;;;;;ma|wo|vr;gesprekken per "
    "week\n"
    "P4;Jongeren aan zet;O2;W4;jeugd;meedoen;formeel;collectief;1;3;open;L3;;;VOG;di|do|vr;deelnemers\n"
    "P5;Spreekuur gezond "
    "leven;O3;W3;zorg;gezondheid;formeel;individueel;2;3;optioneel;;VP|SW;2|3;VOG;di|do;afspraken "
    "per week\n";

static const char lecturers[] = "id;naam;e-mail;wijken;min_studenten;max_studenten;max_projecten\n"
                                "L1;Mila Bedenksel;m.bedenksel@school.example;W1|W2;2;6;2\n"
                                "L2;Noor Verbeelding;n.verbeelding@school.example;W2|W3;0;7;2\n"
                                "L3;Otto Stel;o.stel@school.example;W3|W4;0;6,5;2\n";

static const char organisations[] =
    "id;naam;domein;e-mail;max_studenten;max_projecten;overeenkomst_van;overeenkomst_tot\n"
    "O1;Stichting Voorbeeldwelzijn;welzijn;info@welzijn.example;7;2;2026-01-01;2027-12-31\n"
    "O2;Buurthuis De Proef;onderwijs;info@buurthuis.example;;;2026-01-01;\n"
    "O3;Huisartsenpraktijk Denkbeeld;zorg;info@praktijk.example;6;;;2028-06-30\n";

static const char districts[] = "id;naam;kring\n"
                                "W1;Dorpshart;Oost\n"
                                "W2;Rivierwijk;Oost\n"
                                "W3;Molenveld;West\n"
                                "W4;Stationsbuurt;West\n";

static const char travel[] = "van;naar;minuten\n"
                             "W1;W2;10\n"
                             "W1;W3;25\n"
                             "W1;W4;30\n"
                             "W2;W3;20\n"
                             "W2;W4;25\n"
                             "W3;W4;15\n";

static const char decisions[] =
    "actie;studenten;project;organisatie;docent;regel;reden;door;datum\n"
    "vastzetten;0900003;P2;;;;gaat verder met haar werk van vorig semester;coördinator;2026-08-20\n"
    "verbieden;0900008;P3;;;;werkt daar al;coördinator;2026-08-20\n";

const struct wp_template_file wp_template_files[] = {
    {"studenten.csv", students},  {"projecten.csv", projects},
    {"docenten.csv", lecturers},  {"organisaties.csv", organisations},
    {"wijken.csv", districts},    {"reistijden.csv", travel},
    {"besluiten.csv", decisions}, {NULL, NULL}};
