# FindIniparser: the INI parser iniparser, as the target Iniparser::Iniparser. It ships no pkg-config file.
# Debian keeps its headers in a folder of their own, others do not; either way it is #include <iniparser.h>.

find_path(Iniparser_INCLUDE_DIR iniparser.h PATH_SUFFIXES iniparser)
find_library(Iniparser_LIBRARY iniparser)
mark_as_advanced(Iniparser_INCLUDE_DIR Iniparser_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  Iniparser
  REQUIRED_VARS Iniparser_LIBRARY Iniparser_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "Please install the Debian package libiniparser-dev.")

if(Iniparser_FOUND AND NOT TARGET Iniparser::Iniparser)
  add_library(Iniparser::Iniparser UNKNOWN IMPORTED)
  set_target_properties(Iniparser::Iniparser PROPERTIES IMPORTED_LOCATION "${Iniparser_LIBRARY}"
                                                        INTERFACE_INCLUDE_DIRECTORIES "${Iniparser_INCLUDE_DIR}")
endif()
