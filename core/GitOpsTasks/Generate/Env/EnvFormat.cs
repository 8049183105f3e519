namespace GitOpsTasks.Generate.Env;

/// <summary>How the lines of an env file are read. Each way is written down line by line in docs/env-files.md.</summary>
public enum EnvFormat
{
    /// <summary>As <c>docker run --env-file</c> and kustomize's <c>envs</c> read them: all after the first <c>=</c> is the value.</summary>
    Literal,

    /// <summary>As the dotenv family reads them: with quotes, <c>export</c>, several lines, variables and comments behind values.</summary>
    Dotenv,
}
