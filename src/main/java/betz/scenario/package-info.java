// SPDX-License-Identifier: Apache-2.0
/**
 * Reads a scenario file into a record, and tells every problem in it at once, each with its line and column.
 *
 * <p>The way of a file: {@link betz.scenario.SourceText} checks the bytes, {@link betz.scenario.YamlTree} turns the text
 * into a tree of {@link betz.scenario.Node}s that know their place (YAML 1.2; JSON is a part of it), {@link
 * betz.scenario.Overrides} lays {@code key=value} words of the command line over it, {@link betz.scenario.Binder} makes
 * the record. Records are the only description of what may be written: {@link betz.scenario.JsonSchema}, {@link
 * betz.scenario.ReferencePage} and the hints are derived from them.
 *
 * <p>Values are held in SI units; a file gives each number that has a dimension with its unit. Nothing in a file is ever
 * evaluated: no class names, no addresses, no variables. This package knows no science. Start reading at {@link
 * betz.scenario.ScenarioReader}.
 */
@NullMarked
package betz.scenario;

import org.jspecify.annotations.NullMarked;
