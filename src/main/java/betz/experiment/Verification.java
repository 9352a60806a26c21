// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.io.DamagedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a finished run is what it claims to be: its files are those that it wrote, and they come out the same, bit for
 * bit, when everything is computed again.
 *
 * @param files number of files that were looked at
 * @param changed files that are not as the run wrote them, each with what is wrong
 * @param recomputed number of files that were computed again; 0 if that was not asked for
 * @param differing files that came out otherwise
 * @param java the Java that the run was made with
 */
public record Verification(int files, List<String> changed, int recomputed, List<String> differing, String java) {
    public Verification {
        changed = List.copyOf(changed);
        differing = List.copyOf(differing);
    }

    /** Looks whether a run's files are those that its manifest lists. */
    static Verification ofFiles(Path run) throws IOException {
        JsonNode manifest = manifest(run);
        Map<String, String> listed = listed(manifest);
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> entry : listed.entrySet()) {
            Path file = run.resolve(entry.getKey());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                changed.add(entry.getKey() + " is missing");
            } else if (!Digest.of(file).equals(entry.getValue())) {
                changed.add(entry.getKey() + " is not as the run wrote it");
            }
        }
        Manifest.digests(run).keySet().stream()
                .filter(name -> !listed.containsKey(name))
                .forEach(name -> changed.add(name + " was added"));
        return new Verification(
                listed.size(), changed, 0, List.of(), manifest.path("java").asString(""));
    }

    /** Compares the files of the run with those of the same run computed again elsewhere. */
    Verification with(Path run, Path again) throws IOException {
        Map<String, String> first = listed(manifest(run));
        Map<String, String> second = listed(manifest(again));
        first.keySet().removeAll(Manifest.TIMED);
        second.keySet().removeAll(Manifest.TIMED);
        List<String> other = new ArrayList<>();
        first.forEach((name, digest) -> {
            if (!digest.equals(second.getOrDefault(name, ""))) {
                other.add(name + (second.containsKey(name) ? " differs" : " was not written"));
            }
        });
        second.keySet().stream().filter(name -> !first.containsKey(name)).forEach(name -> other.add(name + " is new"));
        return new Verification(files, changed, first.size(), other, java);
    }

    private static JsonNode manifest(Path run) throws IOException {
        Path file = run.resolve(Manifest.FILE);
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (JacksonException broken) {
            var damaged = new DamagedData(file.toString(), "something else", "the files and their digests in JSON");
            damaged.initCause(broken);
            throw damaged;
        }
    }

    private static Map<String, String> listed(JsonNode manifest) {
        Map<String, String> files = new TreeMap<>();
        manifest.path("files")
                .properties()
                .forEach(entry -> files.put(entry.getKey(), entry.getValue().asString("")));
        return files;
    }

    /** Tells whether all is as it was. Pixels may differ where another Java drew them. */
    public boolean holds() {
        return changed.isEmpty() && (differing.isEmpty() || isOnlyDrawing());
    }

    private boolean isOnlyDrawing() {
        return !java.equals(Versions.java()) && differing.stream().allMatch(file -> file.endsWith(".png differs"));
    }

    /** Returns what was found, in lines. */
    public List<String> text() {
        List<String> lines = new ArrayList<>(changed);
        lines.add(changed.isEmpty() ? files + " files are as the run wrote them." : changed.size() + " changes since.");
        lines.addAll(differing);
        if (recomputed > 0 && differing.isEmpty()) {
            lines.add(recomputed + " files were computed again and are the same, bit for bit.");
        } else if (isOnlyDrawing()) {
            lines.add("Only pixels differ: the run was made with " + java + ", this is " + Versions.java() + ".");
        } else if (recomputed > 0) {
            lines.add(differing.size() + " of " + recomputed + " files came out otherwise.");
        }
        return lines;
    }
}
