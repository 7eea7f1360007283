package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Two or more layers side by side: their outputs are joined along the last dimension, [n][h][w][c₁]
 * and [n][h][w][c₂] to [n][h][w][c₁ + c₂]; all other dimensions must be the same. Name them with {@link
 * dev.longhand.From}. No parameters. So inception blocks join their towers (Szegedy et al., "Going deeper
 * with convolutions", 2015).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Concat {}
