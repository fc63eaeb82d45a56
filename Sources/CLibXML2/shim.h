#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU and its headers include ICU's, whose types clash with those in Foundation. gangmu
// uses nothing that ICU's presence changes: only converters have fields for it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
