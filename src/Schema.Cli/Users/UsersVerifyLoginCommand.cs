using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class UsersVerifyLoginCommand : SchemaCommand
{
    static readonly Argument<string> Email = new("EMAIL") { Description = "The address that the person logs in with" };

    public UsersVerifyLoginCommand()
        : base("verify-login", "Does this password open this person's login? It is asked for without echo, or read as a line of standard input") =>
        Arguments.Add(Email);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var email = invocation.Value(Email)!;
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        var login = await LoginCheck.Find(connection, email, cancellationToken);
        // Asked for whether or not there is such a person, as anybody would be who logs in.
        var password = HiddenLine.Read($"Password of {email}: ", invocation.Around);
        var answer = login is null ? LoginAnswer.Wrong : await login.Try(password, connection, cancellationToken);

        var exit = answer is LoginAnswer.Ok or LoginAnswer.MustChange ? ExitCode.Done : ExitCode.Difference;
        var sentence = $"{Word(answer)}{Reason(answer)}";
        if (exit == ExitCode.Done)
            invocation.Screen.Done(sentence);
        else
            invocation.Screen.Wrong(sentence);

        return invocation.Screen.Result(new JsonObject { ["email"] = email, ["answer"] = Word(answer) }, exit);
    }

    static string Word(LoginAnswer answer) => answer switch
    {
        LoginAnswer.Ok => "ok",
        LoginAnswer.Wrong => "wrong",
        LoginAnswer.MustChange => "must change",
        LoginAnswer.Barred => "barred",
        _ => "reset required",
    };

    static string Reason(LoginAnswer answer) => answer switch
    {
        LoginAnswer.MustChange => ": the password is right, and has to be changed at the first login",
        LoginAnswer.Barred => ": the account is not active",
        LoginAnswer.ResetRequired => ": there is no password, or its hash cannot be checked here (bcrypt needs the extension pgcrypto)",
        _ => "",
    };
}
