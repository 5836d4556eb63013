/* speech.h: the language that the program speaks. It is chosen once, before the first message that it
 * concerns: by --language, else by the first round that is read, else it stays English. Where the sentences
 * of the language are not found beside the program, a notice says so. */
#ifndef WP_CLI_SPEECH_H
#define WP_CLI_SPEECH_H

#include "config.h"

/* Of a command line that nobody has parsed yet: how many of its arguments, from `at` on, are an option
 * --language with its value: 0, 1 or 2. */
int wp_speech_option(int argc, char *const *argv, int at);

/* By --language, wherever it stands; otherwise nothing is chosen. What is wrong with the command line is
 * left to the parser. */
void wp_speech_by_arguments(int argc, char *const *argv);

/* By the settings that are about to be read. quiet: without the notice. */
void wp_speech_by_round(const struct wp_config_source *source, bool quiet);

#endif
