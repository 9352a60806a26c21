// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls the constructor of a record, which holds the values to their ranges. */
final class RecordMaker {
    private RecordMaker() {}

    /**
     * Returns the record of these values.
     *
     * @param values in the order of the components
     * @throws BadSetting for the first that is out of its range
     */
    static Object make(Class<?> record, @Nullable Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> canonical = record.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadSetting bad) {
                throw bad;
            }
            throw new IllegalStateException("making " + record + " from " + Arrays.toString(values), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + record, e);
        }
    }
}
