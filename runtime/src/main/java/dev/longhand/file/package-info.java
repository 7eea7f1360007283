/**
 * Opening files: {@link dev.longhand.file.RegularFile}. Not exported. Knows nothing of what files hold.
 */
@NullMarked
package dev.longhand.file;

import org.jspecify.annotations.NullMarked;
