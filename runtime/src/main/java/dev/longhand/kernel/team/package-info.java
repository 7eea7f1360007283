/** The threads that share a large job. */
@NullMarked
package dev.longhand.kernel.team;

import org.jspecify.annotations.NullMarked;
