// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.math.Matrices;

/** Numbers that belong together: a list, such as the frequencies of planes, or a table of rows. */
public final class Values {
    private final String name;
    private final String unit;
    private final boolean isTable;
    private final double[][] rows;

    private Values(String name, String unit, boolean isTable, double[][] rows) {
        this.name = name;
        this.unit = unit;
        this.isTable = isTable;
        this.rows = rows;
    }

    /**
     * Makes a list.
     *
     * @param name in snake case, such as {@code frequencies_hz}
     * @param unit SI, or {@code 1}
     * @param numbers copied
     */
    public static Values list(String name, String unit, double[] numbers) {
        return new Values(name, unit, false, new double[][] {numbers.clone()});
    }

    /** Makes a table, [row][column]; copied. */
    public static Values table(String name, String unit, double[][] rows) {
        return new Values(name, unit, true, Matrices.copy(rows));
    }

    /** Returns the name, in snake case. */
    public String name() {
        return name;
    }

    /** Returns the unit of all numbers. */
    public String unit() {
        return unit;
    }

    /** Tells whether the numbers stand in rows. */
    public boolean isTable() {
        return isTable;
    }

    /** Returns the numbers of a list, or the first row of a table; a copy. */
    public double[] numbers() {
        return rows[0].clone();
    }

    /** Returns the rows, of which a list has one; copies. */
    public double[][] rows() {
        return Matrices.copy(rows);
    }
}
