namespace GitOpsTasks.Benchmarks;

/// <summary>
/// How long <c>gitops</c> takes to start, beside a program that only prints a line, both published framework-dependent
/// and ReadyToRun. The runs take turns, so that a busy machine slows both.
/// </summary>
internal static class StartupBenchmark
{
    private const int Runs = 20;
    private const int WarmUps = 3;

    private const string HelloProject =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <PublishReadyToRun>true</PublishReadyToRun>
          </PropertyGroup>
        </Project>
        """;

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-startup-").FullName;
        try
        {
            var hello = await PublishHelloAsync(folder);
            var gitops = await PublishedProgram.GitOpsAsync(folder, withRuntime: false);
            (Series Times, string Program, string[] Arguments, int ExitCode)[] subjects =
            [
                (new("hello world"), hello, [], 0),
                (new("gitops --version"), gitops, ["--version"], 0),
                (new("gitops --help"), gitops, ["--help"], 0),
                (new("gitops lint --help"), gitops, ["lint", "--help"], 0),
                (new("gitops no-such"), gitops, ["no-such"], 2),
            ];
            for (var run = -WarmUps; run < Runs; run++)
            {
                foreach (var (times, program, arguments, exitCode) in subjects)
                {
                    var took = await Shell.RunAsync(program, arguments, exitCode);
                    if (run >= 0)
                        times.Add(took);
                }
            }

            Print(output, [.. subjects.Select(subject => subject.Times)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> PublishHelloAsync(string folder)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, "hello")).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, "hello.csproj"), HelloProject);
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), "System.Console.WriteLine(\"Hello\");\n");
        return await PublishedProgram.PublishAsync(project, Path.Combine(folder, "hello-published"), "hello");
    }

    private static void Print(TextWriter output, IReadOnlyList<Series> all)
    {
        output.WriteLine($"start-up, {Runs} runs each in turn, milliseconds");
        output.WriteLine($"{"",-20}{"median",10}{"10 %",10}{"90 %",10}{"ratio",10}");
        foreach (var series in all)
        {
            output.WriteLine(
                $"{series.Name,-20}{series.Median,10:0.0}{series.Low,10:0.0}{series.High,10:0.0}{series.Median / all[0].Median,10:0.00}");
        }
    }
}
