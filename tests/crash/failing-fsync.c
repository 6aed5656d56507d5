/* Refuses every fsync while the file exists that FAILING_FSYNC names; loaded by LD_PRELOAD. */
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static int is_refused(void) {
  const char *flag = getenv("FAILING_FSYNC");
  return flag != NULL && access(flag, F_OK) == 0;
}

static int sync_by(long call, int file) {
  if (!is_refused()) return (int)syscall(call, file);
  errno = EIO;
  return -1;
}

int fsync(int file) { return sync_by(SYS_fsync, file); }

int fdatasync(int file) { return sync_by(SYS_fdatasync, file); }
