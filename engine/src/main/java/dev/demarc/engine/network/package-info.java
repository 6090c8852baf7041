/** Addresses and ports: what a network rule lets in, and from how much of the internet. */
@NullMarked
package dev.demarc.engine.network;

import org.jspecify.annotations.NullMarked;
