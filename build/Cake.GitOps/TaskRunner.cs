using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;

namespace Cake.GitOps;

/// <summary>Runs a task of the engine with settings of an alias.</summary>
/// <param name="context">The script's context.</param>
internal sealed class TaskRunner(ICakeContext context)
{
    private readonly Lock _writing = new();

    /// <summary>Runs a task.</summary>
    /// <exception cref="CakeException">It did not succeed; the exception has the exit code of the <c>gitops</c> command.</exception>
    public TResult Run<TResult>(string task, GitOpsSettings settings)
        where TResult : new()
    {
        var directory = (settings.WorkingDirectory ?? context.Environment.WorkingDirectory).MakeAbsolute(context.Environment);
        string? failure = null;
        var (exitCode, outputs) = PrivateEngine.Run(
            task,
            SettingsTexts.Read(settings),
            directory.FullPath,
            context.Environment.GetSpecialPath(SpecialPath.LocalTemp).FullPath,
            new Dictionary<string, string>(context.Environment.GetEnvironmentVariables()),
            Log);
        return exitCode == 0
            ? SettingsTexts.Write<TResult>(outputs)
            : throw new CakeException(exitCode, $"gitops {task} ended with exit code {exitCode}. {failure}".TrimEnd());

        void Log(int level, string line)
        {
            if (level == 0)
                failure ??= line;
            Write(level, line);
        }
    }

    // Tasks tell of progress from several threads; a log need not stand that.
    private void Write(int level, string line)
    {
        lock (_writing)
            WriteOne(level, line);
    }

    private void WriteOne(int level, string line)
    {
        switch (level)
        {
            case 0:
                context.Log.Error("{0}", line);
                break;
            case 1:
                context.Log.Warning("{0}", line);
                break;
            case 2:
                context.Log.Information("{0}", line);
                break;
            default:
                context.Log.Verbose("{0}", line);
                break;
        }
    }
}
