/** The command {@code text}: a recurrent network that learns to write like a text, letter by letter. */
@NullMarked
package dev.longhand.examples.text;

import org.jspecify.annotations.NullMarked;
