/* Swift's module of Glibc leaves out what <stdio.h> declares for GNU sources only. */
int renameat2(int oldFolder, const char *oldPath, int newFolder, const char *newPath, unsigned int flags);
