#include <stddef.h>

// glibc declares this for programs that ask for GNU's additions alone, and Swift cannot ask for them.
extern int sched_getaffinity(int process, size_t size, void *processors);
