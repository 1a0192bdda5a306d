/* The tuned comparison of every pair in C, for scale: full-scan A B QUERIES THRESHOLD. Prints seconds, pairs, and a checksum of the pairs. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t *load(const char *name, long *many) {
  FILE *file = fopen(name, "rb");
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  uint64_t *words = aligned_alloc(64, (size + 63) / 64 * 64);
  if (fread(words, 1, size, file) != (size_t)size) exit(1);
  fclose(file);
  *many = size / 128;
  return words;
}

int main(int argc, char **argv) {
  if (argc < 5) return 2;
  long na, nb;
  uint64_t *a = load(argv[1], &na), *b = load(argv[2], &nb);
  long queries = atol(argv[3]);
  double threshold = atof(argv[4]);
  if (queries > nb) queries = nb;
  int limit[2049];
  for (int s = 0; s <= 2048; s++) {
    limit[s] = -1;
    if (s == 0) continue;
    int c = 0;
    while (2 * c <= s && (2.0 * c) / s < threshold) c++;
    if (2 * c <= s) limit[s] = s - 2 * c;
  }
  int *ones = malloc(na * sizeof(int));
  for (long i = 0; i < na; i++) {
    ones[i] = 0;
    for (int w = 0; w < 16; w++) ones[i] += __builtin_popcountll(a[i * 16 + w]);
  }
  struct timespec t0, t1;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t0);
  long found = 0;
  uint64_t sum = 0;
  for (long q = 0; q < queries; q++) {
    const uint64_t *query = b + q * 16;
    int own = 0;
    for (int w = 0; w < 16; w++) own += __builtin_popcountll(query[w]);
    for (long i = 0; i < na; i++) {
      const uint64_t *record = a + i * 16;
      int apart = 0;
      for (int w = 0; w < 16; w++) apart += __builtin_popcountll(record[w] ^ query[w]);
      if (apart <= limit[own + ones[i]]) {
        found++;
        sum += (uint64_t)i * 1000003u + (uint64_t)q * 7u;
      }
    }
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t1);
  printf("%.4f %ld %llu\n", (t1.tv_sec - t0.tv_sec) + (t1.tv_nsec - t0.tv_nsec) / 1e9, found, (unsigned long long)(sum & 0x1fffffffffffffULL));
  return 0;
}
