/* argp.c: what argp itself says; it looks that up among the program's sentences. Read by sentences.sh only. */
N_("Usage:")
N_(" [OPTION...]")
N_("Try `%s --help' or `%s --usage' for more information.\n")
N_("Mandatory or optional arguments to long options are also mandatory or optional for any corresponding short options.")
