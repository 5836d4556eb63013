# FindGLPK: the GNU Linear Programming Kit, as the target GLPK::GLPK. It ships no pkg-config file.

find_path(GLPK_INCLUDE_DIR glpk.h)
find_library(GLPK_LIBRARY glpk)
mark_as_advanced(GLPK_INCLUDE_DIR GLPK_LIBRARY)

if(GLPK_INCLUDE_DIR)
  file(STRINGS "${GLPK_INCLUDE_DIR}/glpk.h" glpk_version_lines REGEX "#define GLP_(MAJOR|MINOR)_VERSION")
  string(REGEX REPLACE "[^0-9]+" "." GLPK_VERSION "${glpk_version_lines}")
  string(REGEX REPLACE "^\\.|\\.$" "" GLPK_VERSION "${GLPK_VERSION}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  GLPK
  REQUIRED_VARS GLPK_LIBRARY GLPK_INCLUDE_DIR
  VERSION_VAR GLPK_VERSION
  REASON_FAILURE_MESSAGE "Please install the Debian package libglpk-dev.")

if(GLPK_FOUND AND NOT TARGET GLPK::GLPK)
  add_library(GLPK::GLPK UNKNOWN IMPORTED)
  set_target_properties(GLPK::GLPK PROPERTIES IMPORTED_LOCATION "${GLPK_LIBRARY}"
                                              INTERFACE_INCLUDE_DIRECTORIES "${GLPK_INCLUDE_DIR}")
endif()
