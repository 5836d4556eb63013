/* folder_remove.h: removes a folder and all that is in it. */
#ifndef WP_FOLDER_REMOVE_H
#define WP_FOLDER_REMOVE_H

/* Removes `name`, as seen from the open folder `parent` (or AT_FDCWD), without following links. What cannot
 * be removed stays. */
void wp_folder_remove(int parent, const char *name);

#endif
