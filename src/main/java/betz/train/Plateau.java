// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** The pace of {@link Schedule.OnPlateau}. */
final class Plateau implements Pace {
    private final Schedule.OnPlateau schedule;
    private double share = 1;
    private double lowest = Double.POSITIVE_INFINITY;
    private double sum;
    private int heard;

    Plateau(Schedule.OnPlateau schedule) {
        this.schedule = schedule;
    }

    @Override
    public double share(int done) {
        return share;
    }

    @Override
    public void heard(double loss) {
        sum += loss;
        heard++;
        if (heard == schedule.patience()) {
            compare(sum / heard);
            sum = 0;
            heard = 0;
        }
    }

    private void compare(double mean) {
        if (mean < lowest) {
            lowest = mean;
        } else {
            share = Math.max(schedule.floor(), share * schedule.factor());
        }
    }
}
