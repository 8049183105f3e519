using GitOpsTasks.Benchmarks;

switch (args)
{
    case ["startup"]:
        await StartupBenchmark.RunAsync(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/GitOpsTasks.Benchmarks -- startup");
        return 2;
}
