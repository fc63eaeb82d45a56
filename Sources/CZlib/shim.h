#include <zlib.h>

// Swift does not see macros with arguments.
static inline int gangmu_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
