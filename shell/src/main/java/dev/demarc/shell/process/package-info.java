/** What a process of the platform is made with: its clock, its JSON, and its end with the one that started it. */
@NullMarked
package dev.demarc.shell.process;

import org.jspecify.annotations.NullMarked;
