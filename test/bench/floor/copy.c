/* The least a client in C has to do for one file: one buffer, recv and write, or read and send.
 *
 *     copy get|put HOST PORT USER PASSWORD NAME PATH
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BUFFER_BYTES = 1 << 20 };

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int connected(const char *host, int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int file = socket(AF_INET, SOCK_STREAM, 0);
  if (file < 0 || inet_pton(AF_INET, host, &address.sin_addr) != 1) fail("address");
  if (connect(file, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
  return file;
}

/* The last line of a reply: three digits and a space. */
static char line[4096];
static void reply(FILE *control) {
  do
    if (fgets(line, sizeof line, control) == NULL) fail("control connection");
  while (strspn(line, "0123456789") != 3 || line[3] != ' ');
  if (line[0] > '3') fail(line);
}

static void ask(FILE *control, const char *format, ...) {
  va_list words;
  va_start(words, format);
  vdprintf(fileno(control), format, words);
  va_end(words);
  reply(control);
}

static void copy(int from, int to) {
  char *buffer = malloc(BUFFER_BYTES);
  ssize_t length;
  while ((length = read(from, buffer, BUFFER_BYTES)) > 0)
    for (ssize_t done = 0, written; done < length; done += written)
      if ((written = write(to, buffer + done, length - done)) < 0) fail("write");
  if (length < 0) fail("read");
  free(buffer);
}

int main(int count, char **words) {
  if (count != 8) return 2;
  int up = strcmp(words[1], "put") == 0;
  FILE *control = fdopen(connected(words[2], atoi(words[3])), "r");
  reply(control);
  ask(control, "USER %s\r\n", words[4]);
  ask(control, "PASS %s\r\n", words[5]);
  ask(control, "TYPE I\r\n");
  ask(control, "PASV\r\n");
  int high, low;
  char *address = strchr(line, '(');
  if (address == NULL || sscanf(address, "(%*d,%*d,%*d,%*d,%d,%d)", &high, &low) != 2) fail(line);
  int data = connected(words[2], high * 256 + low);
  int file = up ? open(words[7], O_RDONLY) : open(words[7], O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (file < 0) fail(words[7]);
  ask(control, up ? "STOR %s\r\n" : "RETR %s\r\n", words[6]);
  if (up) copy(file, data);
  else copy(data, file);
  close(data);
  close(file);
  reply(control);
  dprintf(fileno(control), "QUIT\r\n");
  return 0;
}
