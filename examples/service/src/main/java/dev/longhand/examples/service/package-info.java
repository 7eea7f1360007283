/** A web service with a pretrained network in its jar. */
package dev.longhand.examples.service;
