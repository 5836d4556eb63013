# wp_embed_file(OUT FILE SYMBOL HEADER): a C file in the build's folder with the bytes of FILE as SYMBOL[] and SYMBOL_size,
# as HEADER declares them; its path is put into OUT.

function(wp_embed_file out file symbol header)
  set(source "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
  file(READ "${source}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  set(text "/* ${file}, as bytes: made by the build. */\n#include \"${header}\"\n\n")
  string(APPEND text "const char ${symbol}[] = {\n${bytes}\n};\nconst size_t ${symbol}_size = sizeof ${symbol};\n")
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${file}.c" CONTENT "${text}" @ONLY)
  set(${out} "${CMAKE_CURRENT_BINARY_DIR}/${file}.c" PARENT_SCOPE)
endfunction()
