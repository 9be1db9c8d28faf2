using System;
using System.IO;
using System.Reflection;
using System.Threading;

/// <summary>
/// Compiles and runs Program.cs of each folder that standard input names, and writes what it prints to out.
/// Once that is done it says so, with the folder's name.
/// </summary>
class Driver
{
    // mcs is a program beside the class library, and has an entry for callers of the same process.
    static readonly MethodInfo compile = Assembly
        .LoadFrom(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location), "mcs.exe"))
        .GetType("Mono.CSharp.CompilerCallableEntryPoint").GetMethod("InvokeCompiler");

    static void Main()
    {
        var console = Console.Out;
        string folder;
        while ((folder = Console.ReadLine()) != null)
        {
            Directory.SetCurrentDirectory(folder);
            var output = new StringWriter();
            Console.SetOut(output);
            string failure = null;
            var thread = new Thread(() =>
            {
                try { Run(); }
                catch (Exception e) { failure = e.ToString(); }
            });
            thread.IsBackground = true;
            thread.Start();
            if (!thread.Join(60000))
                failure = "it has not ended after a minute";
            if (failure != null)
                File.WriteAllText(Path.Combine(folder, "failed"), failure);
            File.WriteAllText(Path.Combine(folder, "out"), output.ToString());
            console.WriteLine(folder);
        }
        Environment.Exit(0); // the clients' threads would linger
    }

    static void Run()
    {
        var errors = new StringWriter();
        var options = new[] { "-codepage:utf8", "-r:System.Net.Http", "-out:Program.exe", "Program.cs" };
        if (!(bool)compile.Invoke(null, new object[] { options, errors }))
            throw new Exception(errors.ToString());
        // From bytes: by name, the second Program would be the first.
        Assembly.Load(File.ReadAllBytes("Program.exe")).EntryPoint.Invoke(null, null);
    }
}
