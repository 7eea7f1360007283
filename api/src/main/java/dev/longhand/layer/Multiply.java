package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The product of two or more layers of the same shape, element by element: a = x₁·x₂·…; name them with {@link
 * dev.longhand.From}. No parameters. If one of them is a sigmoid, it acts as a gate.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Multiply {}
