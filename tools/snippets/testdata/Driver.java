import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import javax.tools.ToolProvider;

/** Compiles and runs Main.java of each folder that standard input names, and writes what it prints to out. */
class Driver {
    public static void main(String[] args) throws Exception {
        var console = System.out;
        for (var dirs = new Scanner(System.in, StandardCharsets.UTF_8); dirs.hasNextLine(); ) {
            var dir = Path.of(dirs.nextLine());
            var out = new ByteArrayOutputStream();
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            var failure = "";
            try {
                run(dir);
            } catch (InvocationTargetException e) {
                failure = "failed: " + e.getCause() + "\n";
            } catch (Throwable e) {
                failure = "failed: " + e + "\n";
            }
            System.setOut(console);
            Files.writeString(dir.resolve("out"), failure + out.toString(StandardCharsets.UTF_8));
        }
        System.exit(0); // the clients' threads would linger
    }

    static void run(Path dir) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of("-d", dir.toString(), "-proc:none", "--release", "17");
            var sources = files.getJavaFileObjects(dir.resolve("Main.java"));
            if (!compiler.getTask(errors, files, null, options, null, sources).call()) {
                throw new Exception(errors.toString());
            }
        }
        try (var loader = new URLClassLoader(new URL[] {dir.toUri().toURL()})) {
            loader.loadClass("Main").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }
}
