/** What each augmentation does to handwritten digits. */
@NullMarked
package dev.longhand.examples.augment;

import org.jspecify.annotations.NullMarked;
