/**
 * JSON in files: {@link dev.longhand.json.JsonReader} and {@link dev.longhand.json.JsonText}. Not exported. Knows nothing of
 * what the JSON means.
 */
@NullMarked
package dev.longhand.json;

import org.jspecify.annotations.NullMarked;
