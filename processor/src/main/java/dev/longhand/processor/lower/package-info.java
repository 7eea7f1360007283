/**
 * Stage 3, lower: from layers to primitive operations with static shapes. What a layer means is said
 * here and nowhere after.
 */
@NullMarked
package dev.longhand.processor.lower;

import org.jspecify.annotations.NullMarked;
