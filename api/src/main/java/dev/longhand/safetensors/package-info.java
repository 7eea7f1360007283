/**
 * The headers of safetensors files, which the runtime writes and reads and the processor reads. Exported to the runtime
 * only; the processor, on a path without modules, sees it too. Knows of networks what such a file says of them.
 */
@NullMarked
package dev.longhand.safetensors;

import org.jspecify.annotations.NullMarked;
