import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/**
 * Compiles and runs Main.java of each folder that standard input names, and writes what it prints to out. Once that is
 * done it says so, with the folder's name.
 */
class Driver {
    public static void main(String[] args) throws Exception {
        var console = System.out;
        for (var folders = new Scanner(System.in, StandardCharsets.UTF_8); folders.hasNextLine(); ) {
            var folder = Path.of(folders.nextLine());
            var out = new ByteArrayOutputStream();
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            var task = new FutureTask<Void>(() -> run(folder));
            new Thread(task).start();
            try {
                task.get(1, TimeUnit.MINUTES);
            } catch (Exception e) {
                var trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                Files.writeString(folder.resolve("failed"), trace.toString());
            }
            Files.write(folder.resolve("out"), out.toByteArray());
            console.println(folder);
        }
        System.exit(0); // the clients' threads would linger
    }

    static Void run(Path folder) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of("-d", folder.toString(), "-proc:none", "--release", "17");
            var sources = files.getJavaFileObjects(folder.resolve("Main.java"));
            if (!compiler.getTask(errors, files, null, options, null, sources).call()) {
                throw new Exception(errors.toString());
            }
        }
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("Main").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
        return null;
    }
}
