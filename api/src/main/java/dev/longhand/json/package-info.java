/**
 * JSON in files: {@link dev.longhand.json.JsonReader} and {@link dev.longhand.json.JsonText}. Exported to the runtime only; the
 * processor, on a path without modules, sees it too. Knows nothing of what the JSON means.
 */
@NullMarked
package dev.longhand.json;

import org.jspecify.annotations.NullMarked;
