/** Text in messages. Exported to the runtime only; the processor, on a path without modules, sees it too. */
@NullMarked
package dev.longhand.text;

import org.jspecify.annotations.NullMarked;
