# FindLibCSV: the CSV parser libcsv, as the target LibCSV::LibCSV. It ships no pkg-config file.

find_path(LibCSV_INCLUDE_DIR csv.h)
find_library(LibCSV_LIBRARY csv)
mark_as_advanced(LibCSV_INCLUDE_DIR LibCSV_LIBRARY)

# csv.h is a common name: only libcsv's has csv_fini.
if(LibCSV_INCLUDE_DIR)
  file(STRINGS "${LibCSV_INCLUDE_DIR}/csv.h" libcsv_lines REGEX "csv_fini|CSV_M(AJOR|INOR) ")
  if(libcsv_lines MATCHES "csv_fini" AND libcsv_lines MATCHES "CSV_MAJOR ([0-9]+).*CSV_MINOR ([0-9]+)")
    set(LibCSV_VERSION "${CMAKE_MATCH_1}.${CMAKE_MATCH_2}")
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  LibCSV
  REQUIRED_VARS LibCSV_LIBRARY LibCSV_INCLUDE_DIR LibCSV_VERSION
  VERSION_VAR LibCSV_VERSION
  REASON_FAILURE_MESSAGE "Please install the Debian package libcsv-dev.")

if(LibCSV_FOUND AND NOT TARGET LibCSV::LibCSV)
  add_library(LibCSV::LibCSV UNKNOWN IMPORTED)
  set_target_properties(LibCSV::LibCSV PROPERTIES IMPORTED_LOCATION "${LibCSV_LIBRARY}"
                                                  INTERFACE_INCLUDE_DIRECTORIES "${LibCSV_INCLUDE_DIR}")
endif()
