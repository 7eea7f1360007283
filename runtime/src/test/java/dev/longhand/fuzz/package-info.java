/** Readers of files on damaged and hostile bytes, found by a fuzzer; see docs/architecture.md. */
package dev.longhand.fuzz;
