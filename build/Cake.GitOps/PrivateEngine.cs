using System.Reflection;
using System.Runtime.Loader;

namespace Cake.GitOps;

/// <summary>
/// The engine in a load context of its own, read from the resources of this assembly. Cake loads all addins of a script
/// into one context, where the first version of a package wins; what the engine needs is not found there.
/// </summary>
internal sealed class PrivateEngine : AssemblyLoadContext
{
    private static readonly Lazy<RunTask> Loaded = new(Load);

    private PrivateEngine()
        : base("Cake.GitOps engine")
    {
    }

    /// <summary>Runs a task; see <c>EngineCall.Run</c>, whose parameters these are.</summary>
    internal delegate (int ExitCode, IReadOnlyDictionary<string, string> Outputs) RunTask(
        string task,
        IReadOnlyDictionary<string, IReadOnlyList<string>> inputs,
        string directory,
        string scratch,
        IReadOnlyDictionary<string, string> environment,
        Action<int, string> log);

    /// <summary>The way into the engine, which is loaded once.</summary>
    public static RunTask Run => Loaded.Value;

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        using var content = typeof(PrivateEngine).Assembly.GetManifestResourceStream($"{assemblyName.Name}.dll");
        return content is null ? null : LoadFromStream(content);
    }

    private static RunTask Load() => new PrivateEngine()
        .LoadFromAssemblyName(new AssemblyName("Cake.GitOps.Engine"))
        .GetType("Cake.GitOps.Engine.EngineCall", throwOnError: true)!
        .GetMethod("Run")!
        .CreateDelegate<RunTask>();
}
